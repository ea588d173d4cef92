# The jar is built outside: ./outflow build
FROM eclipse-temurin:25-jre AS unpacked
WORKDIR /unpacked
COPY target/outflow-*.jar outflow.jar
RUN java -Djarmode=tools -jar outflow.jar extract --destination . --application-filename outflow.jar --force

FROM eclipse-temurin:25-jre
# Unpacks logs in a third of the time; Outflow does without where it is not there.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libdeflate0 \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 outflow \
 && useradd --system --uid 10001 --gid outflow --home-dir /var/lib/outflow --shell /usr/sbin/nologin outflow \
 && install --directory --owner=outflow --group=outflow --mode=0700 /var/lib/outflow
# Libraries change less often than the program, so they are a layer of their own.
COPY --from=unpacked /unpacked/lib /opt/outflow/lib
COPY --from=unpacked /unpacked/outflow.jar /opt/outflow/outflow.jar
ENV OUTFLOW_HOME=/var/lib/outflow \
    SERVER_PORT=8080
USER 10001:10001
WORKDIR /var/lib/outflow
VOLUME /var/lib/outflow
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s --retries=3 \
    CMD ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/opt/outflow/outflow.jar", "health"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=70", "-jar", "/opt/outflow/outflow.jar"]

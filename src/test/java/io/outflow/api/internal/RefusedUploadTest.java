package io.outflow.api.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.outflow.imports.Imports;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads that cannot be taken, sent to a real server, which alone counts their bytes: here with a cap of 1,000. */
class RefusedUploadTest {
    private static final int CAP = 1_000;

    @TempDir
    Path folder;

    private final Imports imports = mock();
    private WebServer server = mock();

    @BeforeEach
    void start() {
        var context = new AnnotationConfigWebApplicationContext();
        context.register(Api.class);
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("imports", imports));
        server = new TomcatServletWebServerFactory(0).getWebServer(servlets -> {
            var api = servlets.addServlet("api", new DispatcherServlet(context));
            api.addMapping("/");
            api.setMultipartConfig(new MultipartConfigElement("", CAP, -1, 100));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aFileAboveTheCapIsAProblemInWordsAndStartsNothing() throws Exception {
        var answer = send("x".repeat(CAP + 1));

        assertThat(answer.get("status").asInt()).isEqualTo(413);
        assertThat(answer.get("detail").asString())
                .isEqualTo("A file is larger than 512 MiB. Split it, or import it with ./outflow import.");
        verify(imports, never()).start(any(), any());
    }

    @Test
    void aFullDiskIsAProblemInWordsAndStartsNothing() throws Exception {
        var notAFolder = Files.createFile(folder.resolve("file"));
        when(imports.newSpoolFile("a.json")).thenReturn(notAFolder.resolve("below"));

        var answer = send("x".repeat(CAP));

        assertThat(answer.get("status").asInt()).isEqualTo(507);
        assertThat(answer.get("detail").asString())
                .startsWith("Outflow could not write the upload to its disk, which may be full.");
        verify(imports, never()).start(any(), any());
    }

    private JsonNode send(String content) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/api/v1/imports"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"files\"; "
                        + "filename=\"a.json\"\r\n\r\n" + content + "\r\n--b--\r\n"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Api {
        @Bean
        ImportsController controller(Imports imports) {
            return new ImportsController(imports);
        }

        @Bean
        Problems problems() {
            return new Problems();
        }

        @Bean
        StandardServletMultipartResolver multipartResolver() {
            return new StandardServletMultipartResolver();
        }
    }
}

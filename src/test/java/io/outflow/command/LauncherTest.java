package io.outflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher script with made-up JDKs, Mavens and browsers, so that every way through it is walked in seconds. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    Path folder;

    private Path project;
    private Path path;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeAProjectWithAnOldJavaOnThePath() throws IOException {
        project = Files.createDirectories(folder.resolve("project with a space"));
        path = Files.createDirectories(folder.resolve("path"));
        Files.copy(Path.of("outflow"), project.resolve("outflow"));
        makeExecutable(project.resolve("outflow"));
        for (String sources : List.of("src/main/java", "frontend/generated", "db")) {
            Files.createDirectories(project.resolve(sources));
        }
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        mavenWrapper("mkdir -p target && : > target/outflow-0.1.0.jar");
        script(path.resolve("java"), """
                echo "    java.home = /old/java" >&2
                echo 'openjdk version "17.0.1" 2021-10-19' >&2""");
        environment.put("PATH", path + ":/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("OUTFLOW_JDKS", "");
    }

    @Test
    void javaHomeIsTakenWhenItIsNewEnough() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());

        assertThat(outflow("scan", "a file").output()).contains("java in mine").endsWith("outflow.jar|scan|a file|\n");
    }

    @Test
    void aScanGetsAClassPathOfItsOwnWhereTheJdkCanMakeOne() throws Exception {
        Path jdk = jdk("mine", "25");
        script(jdk.resolve("bin/jar"), "[ \"$1\" = --extract ] && mkdir io || : > \"$3\"");
        environment.put("JAVA_HOME", jdk.toString());

        assertThat(outflow("scan", "a file").output())
                .contains("|-cp|" + project.toRealPath() + "/target/run/own-classes.jar:")
                .endsWith("|io.outflow.command.OutflowCommand|scan|a file|\n");
        assertThat(outflow("import", "a file").output())
                .endsWith("|-jar|" + project.toRealPath() + "/target/run/outflow.jar|import|a file|\n");
    }

    @Test
    void anOldJavaHomeAndAnOldJavaOnThePathGiveWayToAJdkInTheUsualPlaces() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "21.0.9").toString());
        environment.put("OUTFLOW_JDKS", places(jdk("old", "21.0.9"), jdk("good", "25.0.3")));

        assertThat(outflow("scan").output()).contains("java in good");
    }

    @Test
    void theJavaOnThePathIsTakenWhenItIsNewEnough() throws Exception {
        Path home = jdk("shimmed", "26");
        script(path.resolve("java"), "echo '    java.home = " + home + "' >&2");

        assertThat(outflow("scan").output()).contains("java in shimmed");
    }

    @Test
    void aJdk25IsPreferredToNewerOnesAndTheNewestIsTakenWithoutIt() throws Exception {
        environment.put("OUTFLOW_JDKS", places(jdk("a", "27"), jdk("b", "26.0.1")));
        assertThat(outflow("scan").output()).contains("java in a");

        environment.put("OUTFLOW_JDKS", places(jdk("a", "27"), jdk("c", "25"), jdk("b", "26.0.1")));
        assertThat(outflow("scan").output()).contains("java in c");
    }

    @Test
    void aRuntimeWithoutACompilerIsPassedOver() throws Exception {
        Path runtime = jdk("runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));
        environment.put("OUTFLOW_JDKS", places(runtime));

        assertThat(outflow("scan").code()).isEqualTo(1);
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        Run run = outflow();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).startsWith("Outflow needs a JDK 25 or newer").hasLineCount(1);
    }

    @Test
    void helpNeedsNoJdkAndNamesEveryCommand() throws Exception {
        Run run = outflow("help");

        assertThat(run.code()).isZero();
        assertThat(run.output()).contains("import PATH", "scan PATH", "demo", "bench", "test [--long]", "OUTFLOW_HOME");
    }

    @Test
    void buildsOnceAndAgainOnlyWhenSourcesAreNewer() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());

        assertThat(outflow("scan").output()).contains("Building Outflow");
        assertThat(outflow("scan").output()).doesNotContain("Building");

        touch("frontend/generated/written-by-the-build.js");
        assertThat(outflow("scan").output()).doesNotContain("Building");

        for (String source : List.of("src/main/java/New.java", "frontend/chart.js", "db/V1.sql", "pom.xml")) {
            touch(source);
            assertThat(outflow("scan").output()).as(source).contains("Building Outflow");
        }
    }

    @Test
    void aFailedBuildShowsItsEndAndLeavesNothingToRun() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        mavenWrapper("mkdir -p target && : > target/outflow-0.1.0.jar; echo 'cannot find symbol'; exit 1");

        Run run = outflow("scan");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output())
                .contains("cannot find symbol", "The build failed")
                .doesNotContain("java in");
        assertThat(outflow("scan").output()).contains("Building Outflow");
    }

    @Test
    void anInstalledMavenStepsInWhenTheWrapperCannotFetchOne() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        script(project.resolve("mvnw"), "echo 'cannot download'; exit 1");
        script(path.resolve("mvn"), """
                case "$*" in -v) echo "Apache Maven 3.8.7"; exit ;; esac
                mkdir -p target && : > target/outflow-0.1.0.jar""");

        assertThat(outflow("scan").output()).contains("java in mine");

        script(path.resolve("mvn"), "echo 'Apache Maven 3.6.3'");
        touch("pom.xml");
        assertThat(outflow("scan").output()).contains("no Maven 3.8 or newer is installed");
    }

    @Test
    void itWorksThroughALinkAndRunsInTheFolderOfTheCaller() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("outflow"));

        assertThat(run(link, "scan", "logs").output())
                .contains("in folder " + folder.toRealPath())
                .contains("|logs|");
    }

    @Test
    void startingTheServerLearnsOnceHowToStartFaster() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());

        Run first = outflow();
        Run second = outflow();

        assertThat(first.output()).contains("Preparing faster starts");
        assertThat(second.output()).doesNotContain("Preparing").contains("-XX:AOTCache=");
        assertThat(second.output()).endsWith("outflow.jar|\n");
    }

    @Test
    void theFirstScanLearnsOnceFromMadeUpLogsAndLeavesTheServersCacheAlone() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());

        Run first = outflow("scan", "logs");
        Run second = outflow("scan", "logs");

        assertThat(first.output()).contains("Preparing faster starts", "scan.aot|");
        assertThat(second.output())
                .doesNotContain("Preparing")
                .contains("scan.aot|")
                .endsWith("|scan|logs|\n");
        assertThat(project.resolve("target/run")).isDirectoryNotContaining("glob:**learning.*");
        assertThat(outflow("import", "logs").output()).doesNotContain("AOTCache");
    }

    @Test
    void whatCannotBeLearntIsDoneWithout() throws Exception {
        Path home = jdk("mine", "25");
        environment.put("JAVA_HOME", home.toString());
        script(home.resolve("bin/java"), """
                case "$*" in
                  *jarmode=tools*) mkdir -p "$6" && : > "$6/outflow.jar" ;;
                  *AOTCacheOutput=*) for a in "$@"; do case $a in *AOTCacheOutput=*) echo half > "${a#*=}" ;; esac; done; exit 1 ;;
                  *) printf '%s|' "$@"; echo ;;
                esac""");

        assertThat(outflow("scan", "logs").output()).doesNotContain("AOTCache=").endsWith("|scan|logs|\n");
        assertThat(outflow("scan", "logs").output()).doesNotContain("AOTCache=", "Preparing");
        assertThat(outflow().output()).doesNotContain("AOTCache=").endsWith("outflow.jar|\n");
    }

    @Test
    void anotherJdkLearnsAnew() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        outflow("scan", "logs");

        environment.put("JAVA_HOME", jdk("other", "25").toString());
        assertThat(outflow("scan", "logs").output()).contains("Preparing faster starts");
    }

    @Test
    void testsRunWithTheBrowserThatIsThere() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        Path browser = script(folder.resolve("my chromium"), "echo Chromium 150");
        environment.put("OUTFLOW_CHROMIUM", browser.toString());
        mavenWrapper("echo \"maven $* with $OUTFLOW_CHROMIUM\"; exit 3");

        Run run = outflow("test", "--long");

        assertThat(run.output()).contains("maven -B -Dlong=true verify with " + browser);
        assertThat(run.code()).as("Maven's own exit code").isEqualTo(3);
    }

    @Test
    void testsFindTheBrowserThatPlaywrightFetchedEarlier() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        hideInstalledBrowsers();
        Path own = folder.resolve("browsers/chromium-1200/chrome-linux/chrome");
        Files.createDirectories(own.getParent());
        script(own, "echo Chromium 150");
        environment.put("PLAYWRIGHT_BROWSERS_PATH", folder.resolve("browsers").toString());
        mavenWrapper("echo \"maven with $OUTFLOW_CHROMIUM\"");

        assertThat(outflow("test").output()).contains("maven with " + own);
    }

    @Test
    void testsStopAndSayHowToGetABrowserWhenThereIsNone() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        hideInstalledBrowsers();
        script(path.resolve("id"), "echo 1000");
        mavenWrapper("case \"$*\" in *install*) echo 'no way to the download';; *) echo 'tests ran';; esac");

        Run run = outflow("test");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output())
                .contains("no way to the download", "set OUTFLOW_CHROMIUM")
                .doesNotContain("tests ran");
    }

    @Test
    void aBrowserThatDoesNotRunIsRefusedByName() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25").toString());
        environment.put("OUTFLOW_CHROMIUM", "/nowhere/chromium");

        assertThat(outflow("test").output())
                .contains("OUTFLOW_CHROMIUM is set to /nowhere/chromium, which does not run");
    }

    private void hideInstalledBrowsers() throws IOException {
        for (String name : List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")) {
            script(path.resolve(name), "exit 1");
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve("jdks").resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "exit 0");
        script(home.resolve("bin/java"), """
                case "$*" in
                  *jarmode=tools*) mkdir -p "$6" && : > "$6/outflow.jar" ;;
                  *AOTCacheOutput=*) for a in "$@"; do case $a in *AOTCacheOutput=*) : > "${a#*=}" ;; esac; done ;;
                  *) echo "java in %s in folder $(pwd -P)"; printf '%%s|' "$@"; echo ;;
                esac""".formatted(name));
        return home;
    }

    private String places(Path... homes) {
        return String.join(":", List.of(homes).stream().map(Path::toString).toList());
    }

    private void mavenWrapper(String whenItRuns) throws IOException {
        script(project.resolve("mvnw"), "case \"$*\" in -v) exit 0 ;; esac\n" + whenItRuns);
    }

    private static Path script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        makeExecutable(file);
        return file;
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Changes one file as if long after everything else and after the last build. */
    private void touch(String name) throws IOException {
        Path file = project.resolve(name);
        Files.writeString(file, "changed");
        Instant now = Instant.now();
        try (var all = Files.walk(project)) {
            for (Path each : all.toList()) {
                Files.setLastModifiedTime(each, FileTime.from(now.minusSeconds(20)));
            }
        }
        Files.setLastModifiedTime(project.resolve("target/built"), FileTime.from(now.minusSeconds(10)));
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    private Run outflow(String... arguments) throws Exception {
        return run(project.resolve("outflow"), arguments);
    }

    private Run run(Path script, String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    private record Run(int code, String output) {}
}

package io.outflow.command;

import io.outflow.command.internal.BenchCommand;
import io.outflow.command.internal.DemoCommand;
import io.outflow.command.internal.HealthCommand;
import io.outflow.command.internal.ImportCommand;
import io.outflow.command.internal.SampleCommand;
import io.outflow.command.internal.ScanCommand;
import io.outflow.command.internal.ServeCommand;
import io.outflow.command.internal.VerifyCommand;
import io.outflow.command.internal.VerifyTrailCommand;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/** The command line of Outflow. Without a command it starts the server. */
@Command(
        name = "outflow",
        description = "Shows what was agreed with each AI vendor, beside what was really seen.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 done, 1 something could not be read or done, 2 wrong usage."})
public final class OutflowCommand {
    /** By their names, in the order in which the help lists them. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("scan", ScanCommand.class);
        COMMANDS.put("verify-trail", VerifyTrailCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("bench", BenchCommand.class);
        COMMANDS.put("sample", SampleCommand.class);
        COMMANDS.put("health", HealthCommand.class);
    }

    private OutflowCommand() {}

    /** Runs a scan, which needs no server: picocli and Jackson beside Outflow's own classes are enough for it. */
    public static void main(String[] arguments) {
        main(OutflowCommand.class, arguments);
    }

    /** Runs the command that the arguments name, and ends the process with its exit code unless it keeps running. */
    public static void main(Class<?> application, String... arguments) {
        String[] command = orServe(arguments);
        int code = commandLine(application, command).execute(command);
        if (code != ServeCommand.KEEPS_RUNNING) {
            System.exit(code);
        }
    }

    /**
     * Runs a command in this process.
     *
     * @param application the class that Spring starts from
     * @return the exit code
     */
    static int run(Class<?> application, PrintWriter out, PrintWriter err, String... arguments) {
        String[] command = orServe(arguments);
        return commandLine(application, command).setOut(out).setErr(err).execute(command);
    }

    private static String[] orServe(String... arguments) {
        return arguments.length == 0 ? new String[] {"serve"} : arguments;
    }

    private static CommandLine commandLine(Class<?> application, String... arguments) {
        var factory = new StartingFrom(application);
        var line = new CommandLine(new OutflowCommand(), factory);
        // A command that is named is the only one needed. To look at all of them takes a tenth of a second.
        Class<?> named = COMMANDS.get(arguments[0]);
        COMMANDS.forEach((name, command) -> {
            if (named == null || named == command) {
                line.addSubcommand(name, new CommandLine(command, factory));
            }
        });
        return line.setParameterExceptionHandler(OutflowCommand::wrongUsage)
                .setExecutionExceptionHandler(OutflowCommand::failed);
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: outflow " + helpOf(e.getCommandLine()) + "--help");
        return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String helpOf(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
        command.getErr().println("Outflow stopped on an unexpected fault: " + e);
        if (Boolean.getBoolean("outflow.trace")) {
            e.printStackTrace(command.getErr());
        } else {
            command.getErr().println("Set OUTFLOW_JAVA_OPTS=-Doutflow.trace=true to see where.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Hands the application class to the commands that start Spring. */
    private record StartingFrom(Class<?> application) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : List.of(type.getDeclaredConstructors())) {
                if (List.of(constructor.getParameterTypes()).equals(List.of(Class.class))) {
                    return type.cast(constructor.newInstance(application));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}

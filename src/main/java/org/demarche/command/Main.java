package org.demarche.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import jakarta.inject.Inject;

import org.demarche.exchange.backup.ServerKey;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;
import picocli.CommandLine;

/** Serves, or does the command that its first argument names. */
@QuarkusMain(name = "demarche")
public final class Main {
    /** The status of a command that could not begin. */
    static final int NOT_STARTED = 2;

    private Main() {
    }

    public static void main(String... arguments) {
        // The single file begins here, before Quarkus could choose how to log.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var setting = new SmallRyeConfigBuilder().addDefaultSources().build();
        boolean serves = arguments.length == 0 || arguments[0].equals("serve");
        boolean asksForHelp = Arrays.stream(arguments).anyMatch(argument -> argument.equals("--help") || argument.equals("-h"));
        if (asksForHelp) {
            System.exit(Commands.line().execute(arguments));
        }
        if (!serves && !Commands.line().getSubcommands().containsKey(arguments[0])) {
            System.exit(Commands.line().execute(arguments));
        }
        var folder = Path.of(setting.getOptionalValue("demarche.data-dir", String.class).orElse("./demarche-data")).toAbsolutePath().normalize();
        if (folder.toString().contains(";")) {
            refuse("The data folder can't have a semicolon in its path: " + folder);
        }
        // H2 refuses a path that is relative to the current folder.
        System.setProperty("demarche.data-dir", folder.toString().replace('\\', '/'));
        try (var lock = FolderLock.take(folder)) {
            if (serves) {
                serve(setting.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080));
            } else {
                command(arguments);
            }
        } catch (FolderLock.InUseException inUse) {
            if (!serves && arguments[0].equals(Backup.NAME)) {
                askForBackup(folder, arguments);
            }
            refuse(inUse.getMessage());
        } catch (IOException notStarted) {
            refuse(notStarted.getMessage());
        }
    }

    /** The server that holds the folder does it; nothing is started here. */
    private static void askForBackup(Path folder, String... arguments) {
        var line = new CommandLine(new Backup());
        try {
            line.parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
            System.exit(RunningServer.of(folder).backup(line.getCommand()));
        } catch (CommandLine.ParameterException wrong) {
            System.exit(Commands.line().execute(arguments));
        } catch (IOException unreachable) {
            refuse(unreachable.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            refuse("It was interrupted");
        }
    }

    private static void serve(int port) {
        if (Ports.isBusy(port)) {
            refuse("Port " + port + " is in use by another program. Choose another one: QUARKUS_HTTP_PORT=" + (port + 1));
        }
        Quarkus.run(Server.class);
    }

    /** A command opens no port, keeps standard output for its answer, and never loads the example. */
    private static void command(String... arguments) {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.level", "WARN");
        System.setProperty("demarche.example-data", "false");
        System.setProperty("demarche.import.resume", "false");
        Quarkus.run(Commands.class, arguments);
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(NOT_STARTED);
    }

    /** Serves until it is stopped. */
    public static final class Server implements QuarkusApplication {
        @Inject
        ServerKey key;

        @Override
        public int run(String... arguments) {
            var setting = org.eclipse.microprofile.config.ConfigProvider.getConfig();
            int port = setting.getValue("quarkus.http.port", Integer.class);
            key.write(port);
            System.out.println("Démarche is ready: http://localhost:" + port + "/timeline");
            Quarkus.waitForExit();
            return 0;
        }
    }
}

package org.demarche.command;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** The commands beside serving. */
public class Commands implements QuarkusApplication {
    @Inject
    CommandLine.IFactory beans;

    @CommandLine.Command(name = "demarche", mixinStandardHelpOptions = true, subcommands = {Serve.class, Generate.class, Import.class, Export.class, Reindex.class, Backup.class, Restore.class},
            description = "A geopolitical timeline and statement tracker. Without a command it serves.")
    static class Top implements Runnable {
        @CommandLine.Spec
        CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "Name a command");
        }
    }

    @CommandLine.Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the pages and the API until it is stopped.")
    static class Serve implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("Serving is begun before commands are read");
        }
    }

    /** For help and refusals: commands that are only described, not run. */
    static CommandLine line() {
        return new CommandLine(Top.class);
    }

    @Override
    @ActivateRequestContext
    public int run(String... arguments) {
        return new CommandLine(Top.class, beans).execute(arguments);
    }
}

package org.demarche.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a data folder for one process; the operating system lets it go however the process ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    /** Another process holds the folder. */
    static final class InUseException extends Exception {
        private static final long serialVersionUID = 1;

        InUseException(Path folder) {
            super("The folder " + folder.toAbsolutePath().normalize() + " is in use by another Démarche. Stop that one, or choose another folder: DEMARCHE_DATA_DIR=…");
        }
    }

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder where there is none, and holds it.
     *
     * @throws IOException where the folder can't be made or written, with a message for people
     */
    static FolderLock take(Path folder) throws IOException, InUseException {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
            channel.close();
        } catch (OverlappingFileLockException held) {
            throw new InUseException(folder);
        } catch (IOException unwritable) {
            throw new IOException("The folder " + folder.toAbsolutePath().normalize() + " can't be written: " + unwritable.getMessage(), unwritable);
        }
        throw new InUseException(folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

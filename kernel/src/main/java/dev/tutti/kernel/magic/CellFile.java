package dev.tutti.kernel.magic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a magic writes cells to or reads them from, as the user named it. */
final class CellFile {

    private final String word;
    private final Path path;
    private final MagicContext context;

    CellFile(String name, MagicContext context) {
        this.word = name;
        this.path = context.workplace().resolve(name);
        this.context = context;
    }

    Path path() {
        return path;
    }

    /** Whether the user means a file, there or to be made, and not the name of something else. */
    boolean isMeant() {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return Files.isRegularFile(path)
                || !context.history().macros().containsKey(word)
                        && !word.matches("~?\\d.*|https?://.*")
                        && (word.contains("/") || name.contains("."));
    }

    /** Writes it; it may not be there yet. */
    void create(String text) throws MagicException {
        write(text, "Wrote ", StandardOpenOption.CREATE_NEW);
    }

    /** Writes it, whatever was there. */
    void replace(String text) throws MagicException {
        write(text, "Wrote ", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void append(String text) throws MagicException {
        write(text, "Appended to ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Makes sure that it can be written, and says nothing. @param empty whether what was there goes */
    void prepare(boolean empty) throws MagicException {
        StandardOpenOption how = empty ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        store("", StandardOpenOption.CREATE, how);
    }

    private void write(String text, String done, StandardOpenOption... how) throws MagicException {
        store(text, how);
        context.note(done + path + ".");
    }

    private void store(String text, StandardOpenOption... how) throws MagicException {
        StandardOpenOption[] options = java.util.Arrays.copyOf(how, how.length + 1);
        options[how.length] = StandardOpenOption.WRITE;
        try {
            Files.writeString(path, text, options);
        } catch (FileAlreadyExistsException _) {
            throw new MagicException("The file " + path + " is there already. Name another; %save has -f to replace"
                    + " it and -a to add to it.");
        } catch (IOException e) {
            throw new MagicException("The file " + path + " cannot be written: " + reason(e));
        }
    }

    String read() throws MagicException {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException _) {
            throw new MagicException("There is no file " + path + ", and no cells or macro of that name.");
        } catch (IOException e) {
            throw new MagicException("The file " + path + " cannot be read: " + reason(e));
        }
    }

    private String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no folder " + path.getParent() + ".";
            case AccessDeniedException _ -> "you have no permission to.";
            case java.nio.charset.CharacterCodingException _ -> "it is not text in UTF-8.";
            default -> Files.isDirectory(path) ? "it is a folder." : e.getMessage() + ".";
        };
    }
}

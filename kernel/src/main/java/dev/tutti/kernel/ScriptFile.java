package dev.tutti.kernel;

import dev.tutti.kernel.cell.ScriptCells;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A script: a file of cells, in UTF-8. */
public final class ScriptFile {

    /** A script cannot be read; the message says which and why. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    private final String name;
    private final String text;

    private ScriptFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Reads a script.
     *
     * @throws UnreadableException if there is none, or it is not UTF-8
     */
    public static ScriptFile read(Path file) throws UnreadableException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new ScriptFile(file.getFileName().toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            String where =
                    file.isAbsolute() ? "" : " (looked for in " + Path.of("").toAbsolutePath() + ")";
            throw new UnreadableException("There is no file " + file + where + ".");
        } catch (CharacterCodingException e) {
            throw new UnreadableException("The file " + file + " is not text in UTF-8. Convert it, for example with"
                    + " iconv -f ISO-8859-1 -t UTF-8.");
        } catch (IOException e) {
            throw new UnreadableException("The file " + file + " cannot be read: "
                    + (Files.isDirectory(file)
                            ? "it is a folder."
                            : e.getClass().getSimpleName() + " " + e.getMessage()));
        }
    }

    /** Its cells in order, cut by the rules of a kernel; before them one that adds the libraries which its comments name. */
    public List<CellSource> cells(ScriptCells cutter) {
        Stream<CellSource> cells =
                cutter.split(text).stream().map(cell -> new CellSource(cell.text(), new CellOrigin(name, cell.line())));
        return Stream.concat(ScriptDirectives.of(text, name).stream(), cells).toList();
    }
}

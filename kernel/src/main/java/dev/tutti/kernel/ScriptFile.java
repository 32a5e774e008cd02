package dev.tutti.kernel;

import dev.tutti.kernel.cell.ScriptCells;
import dev.tutti.kernel.export.ExportException;
import dev.tutti.kernel.export.NotebookReader;
import dev.tutti.kernel.export.NotebookScript;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A script: a file of cells, in UTF-8; or a notebook of Jupyter, whose cells of code are meant. */
public final class ScriptFile {

    private static final String NOTEBOOK = ".ipynb";

    /** A script cannot be read; the message says which and why. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    private final String name;
    private final String text;
    private final Optional<List<String>> notebook;

    private ScriptFile(String name, String text) throws ExportException {
        this.name = name;
        this.text = text;
        this.notebook = name.endsWith(NOTEBOOK) ? Optional.of(NotebookReader.read(name, text)) : Optional.empty();
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
        } catch (ExportException e) {
            throw new UnreadableException(e.getMessage());
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

    /**
     * Its cells in order, cut by the rules of a kernel; before them one that adds the libraries which its comments name.
     *
     * @param remarks is given sentences about what is not run as it stands there
     */
    List<CellSource> cells(ScriptCells cutter, Consumer<String> remarks) {
        if (notebook.isPresent()) {
            NotebookScript script = new NotebookScript(notebook.get(), cutter.magics());
            script.remarks().forEach(remarks);
            List<CellSource> cells = new ArrayList<>();
            for (String cell : script.cells()) {
                cells.add(new CellSource(cell, CellOrigin.ofNotebook(name, cells.size() + 1)));
            }
            return cells;
        }
        Stream<CellSource> cells =
                cutter.split(text).stream().map(cell -> new CellSource(cell.text(), new CellOrigin(name, cell.line())));
        return Stream.concat(ScriptDirectives.of(text, name).stream(), cells).toList();
    }
}

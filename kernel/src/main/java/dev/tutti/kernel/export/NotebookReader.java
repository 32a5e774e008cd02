package dev.tutti.kernel.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads notebooks of Jupyter, nbformat 4: their cells of code in order. */
public final class NotebookReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NotebookReader() {}

    /**
     * The texts of the cells of code.
     *
     * @param name the file's, for messages
     * @throws ExportException if it is no notebook, of an older format, or of another language than Java
     */
    public static List<String> read(String name, String text) throws ExportException {
        JsonNode notebook = parse(name, text);
        int format = notebook.path("nbformat").asInt(0);
        if (format != 4) {
            throw new ExportException(
                    format == 0
                            ? "The file " + name + " is no notebook: nbformat is missing in it."
                            : "The notebook " + name + " is written in format " + format + ", and only 4 is read here."
                                    + " Convert it: jupyter nbconvert --to notebook --nbformat 4 " + name);
        }
        requireJava(name, notebook.path("metadata"));
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : notebook.path("cells")) {
            String source = source(cell.path("source"));
            if (cell.path("cell_type").asString("").equals("code") && !source.isBlank()) {
                cells.add(source);
            }
        }
        return cells;
    }

    private static JsonNode parse(String name, String text) throws ExportException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new ExportException("The file " + name + " is no notebook: in line "
                    + e.getLocation().getLineNr() + " it is no JSON.");
        }
    }

    private static void requireJava(String name, JsonNode metadata) throws ExportException {
        String ofKernel = metadata.path("kernelspec").path("language").asString("java");
        String language = metadata.path("language_info").path("name").asString(ofKernel);
        if (!language.toLowerCase(Locale.ROOT).equals("java")) {
            throw new ExportException(
                    "The notebook " + name + " is written in " + language + ", and cells here are Java.");
        }
    }

    /** A text, or its lines. */
    private static String source(JsonNode source) {
        if (!source.isArray()) {
            return source.asString("");
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asString("")));
        return text.toString();
    }
}

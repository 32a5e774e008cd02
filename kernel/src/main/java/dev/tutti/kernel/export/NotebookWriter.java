package dev.tutti.kernel.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Cells as a notebook of Jupyter, nbformat 4.5. The kernel that it names is any for Java. */
public final class NotebookWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultIndenter INDENT = new DefaultIndenter(" ", "\n");

    private NotebookWriter() {}

    /** The notebook, as the text of a file. */
    public static String write(List<NotebookCell> cells) {
        List<Object> written = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            written.add(cell("cell-" + (i + 1), cells.get(i)));
        }
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", written);
        notebook.put("metadata", metadata());
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return JSON.writer().with(lines).writeValueAsString(notebook) + "\n";
    }

    private static Map<String, Object> metadata() {
        return object(
                "kernelspec",
                object("name", "java", "display_name", "Java", "language", "java"),
                "language_info",
                object("name", "java", "file_extension", ".java", "mimetype", "text/x-java-source"));
    }

    private static Map<String, Object> cell(String id, NotebookCell cell) {
        Object count = cell.number().isPresent() ? cell.number().getAsInt() : null;
        return object(
                "cell_type",
                "code",
                "execution_count",
                count,
                "id",
                id,
                "metadata",
                Map.of(),
                "outputs",
                cell.outputs().stream().map(output -> output(output, count)).toList(),
                "source",
                lines(cell.source()));
    }

    private static Map<String, Object> output(CellOutput output, Object count) {
        return switch (output) {
            case CellOutput.Written(boolean error, String text) ->
                object("output_type", "stream", "name", error ? "stderr" : "stdout", "text", lines(text));
            case CellOutput.Value(String text) ->
                object(
                        "output_type",
                        "execute_result",
                        "execution_count",
                        count,
                        "data",
                        object("text/plain", lines(text)),
                        "metadata",
                        Map.of());
            case CellOutput.Failure(String name, String message, List<String> trace) ->
                object("output_type", "error", "ename", name, "evalue", message, "traceback", trace);
        };
    }

    /** Each with its end, as the format wants them. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** Names and values by turns, in this order; a value may be null. */
    private static Map<String, Object> object(Object... entries) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            object.put((String) entries[i], entries[i + 1]);
        }
        return object;
    }
}

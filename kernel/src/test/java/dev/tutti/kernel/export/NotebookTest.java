package dev.tutti.kernel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.kernel.cell.MagicNames;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notebooks as nbformat 4.5 wants them. */
final class NotebookTest {

    @Test
    void aCellHasWhatTheFormatRequiresAndNothingElse() {
        JsonNode notebook = written(new NotebookCell(
                OptionalInt.of(3),
                "int k = 1;\nk",
                List.of(
                        new CellOutput.Written(false, "one\ntwo"),
                        new CellOutput.Written(true, "oh\n"),
                        new CellOutput.Value("1"),
                        new CellOutput.Failure("X", "why", List.of("X: why", "    at cell 3, line 1")))));

        assertThat(notebook.propertyNames())
                .containsExactlyInAnyOrder("cells", "metadata", "nbformat", "nbformat_minor");
        assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.get("nbformat_minor").asInt()).isEqualTo(5);
        assertThat(notebook.at("/metadata/kernelspec").propertyNames()).contains("name", "display_name");
        assertThat(notebook.at("/metadata/language_info/name").asString()).isEqualTo("java");
        JsonNode cell = notebook.at("/cells/0");
        assertThat(cell.propertyNames())
                .containsExactlyInAnyOrder("id", "cell_type", "metadata", "source", "outputs", "execution_count");
        assertThat(cell.get("id").asString()).matches("[a-zA-Z0-9-_]{1,64}");
        assertThat(cell.get("source").toString()).isEqualTo("[\"int k = 1;\\n\",\"k\"]");
        assertThat(cell.get("execution_count").asInt()).isEqualTo(3);
        JsonNode outputs = cell.get("outputs");
        assertThat(outputs.get(0).toString())
                .isEqualTo("{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"one\\n\",\"two\"]}");
        assertThat(outputs.get(1).get("name").asString()).isEqualTo("stderr");
        assertThat(outputs.get(2).toString())
                .isEqualTo("{\"output_type\":\"execute_result\",\"execution_count\":3,"
                        + "\"data\":{\"text/plain\":[\"1\"]},\"metadata\":{}}");
        assertThat(outputs.get(3).toString())
                .isEqualTo("{\"output_type\":\"error\",\"ename\":\"X\",\"evalue\":\"why\","
                        + "\"traceback\":[\"X: why\",\"    at cell 3, line 1\"]}");
    }

    @Test
    void cellsHaveDifferentIdsAndOneThatHasNotRunHasNoNumber() {
        NotebookCell cell = new NotebookCell(OptionalInt.empty(), "1", List.of());
        JsonNode notebook = written(cell, cell);

        assertThat(notebook.at("/cells/0/id")).isNotEqualTo(notebook.at("/cells/1/id"));
        assertThat(notebook.at("/cells/0/execution_count").isNull()).isTrue();
    }

    @Test
    void whatWasWrittenIsReadAgain() throws ExportException {
        NotebookCell cell =
                new NotebookCell(OptionalInt.of(1), "String s = \"\"\"\n    \\t\n    \"\"\";\ns", List.of());

        assertThat(NotebookReader.read("n.ipynb", NotebookWriter.write(List.of(cell))))
                .containsExactly(cell.source());
    }

    @Test
    void onlyCodeIsReadAsLinesOrAsOneText() throws ExportException {
        assertThat(NotebookReader.read("n.ipynb", """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
              {"cell_type": "markdown", "source": "# Title"},
              {"cell_type": "code", "source": ["int k = 1;\\n", "k"]},
              {"cell_type": "code", "source": "k + 1"},
              {"cell_type": "code", "source": []},
              {"cell_type": "raw", "source": "raw"}]}
            """)).containsExactly("int k = 1;\nk", "k + 1");
    }

    @Test
    void whatIsNoJavaNotebookIsRefusedWithTheReason() {
        assertRefused("{\"nbformat\": 3}", "written in format 3, and only 4");
        assertRefused("{}", "is no notebook: nbformat is missing");
        assertRefused("[1,\n2", "in line 2 it is no JSON");
        assertRefused(
                "{\"nbformat\": 4, \"metadata\": {\"language_info\": {\"name\": \"python\"}}}", "written in python");
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> NotebookReader.read("n.ipynb", text))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining(why);
    }

    @Test
    void magicsOfOtherKernelsAreReplacedOrLeftOutAndTold() {
        NotebookScript script = new NotebookScript(
                List.of(
                        "%maven a:b:1\n%matplotlib inline\nint k = 1;",
                        "%%html\n<b>x</b>", "%who\n%matplotlib inline", "%%bash\n%matplotlib"),
                new Magics());

        assertThat(script.cells())
                .containsExactly(
                        "%deps add a:b:1\n// %matplotlib inline\nint k = 1;",
                        "// %%html\n// <b>x</b>", "%who\n// %matplotlib inline", "%%bash\n%matplotlib");
        assertThat(script.remarks())
                .containsExactly(
                        "%maven is read as %deps add.",
                        "There is no magic %matplotlib here: it is left out of cell 1, 3 of the notebook.",
                        "There is no magic %%html here: it is left out of cell 2 of the notebook.");
    }

    private static JsonNode written(NotebookCell... cells) {
        return JsonMapper.builder().build().readTree(NotebookWriter.write(List.of(cells)));
    }

    private static final class Magics implements MagicNames {

        @Override
        public boolean isLineMagic(String name) {
            return name.equals("who");
        }

        @Override
        public boolean isCellMagic(String name) {
            return name.equals("bash");
        }

        @Override
        public boolean takesCode(String name) {
            return false;
        }

        @Override
        public Collection<String> names() {
            return Set.of("who", "bash");
        }
    }
}

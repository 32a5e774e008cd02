package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.cell.CellParser;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.MagicNames;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Completions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MagicCompletionTest {

    private static final MagicCatalog MAGICS = BuiltInMagics.catalog();

    @Test
    void namesBeginAsTyped() {
        assertThat(texts("%eng")).containsExactly("%engines");
        assertThat(texts("%%px")).containsExactly("%%px");
    }

    @Test
    void aCellMagicIsOfferedOnlyWhereThereIsOne() {
        assertThat(texts("%%e")).isEmpty();
    }

    @Test
    void optionsComeFromTheMagicsDeclaration() {
        assertThat(texts("%px --")).contains("--targets", "--local");
    }

    @Test
    void targetsAreTheLiveEngines() {
        assertThat(texts("%px -t ")).containsExactly("all", "local", "0", "1");
        assertThat(texts("%engines restart ")).containsExactly("all", "local", "0", "1");
        assertThat(texts("%engines add ")).isEmpty();
    }

    @Test
    void targetsAfterACommaGoOn() {
        assertThat(texts("%px -t 0,1")).containsExactly("1");
    }

    @Test
    void verbsAreOffered() {
        assertThat(texts("%engines re")).containsExactly("restart");
    }

    @Test
    void codeIsLeftToJava() {
        assertThat(complete("%px Math.s")).isEmpty();
        assertThat(complete("%px -t 0 Math.s")).isEmpty();
    }

    @Test
    void filesAreOfferedWhereAFileIsWanted(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("words.tutti"));
        Files.createDirectory(folder.resolve("work"));
        assertThat(texts("%run " + folder + "/wo")).containsExactly(folder + "/words.tutti", folder + "/work/");
    }

    private static List<String> texts(String cell) {
        return complete(cell).map(Completions::candidates).orElse(List.of()).stream()
                .map(Candidate::text)
                .toList();
    }

    private static Optional<Completions> complete(String cell) {
        return MagicCompletion.complete(MAGICS, List.of("0", "1"), cell, cell.length(), steps(cell));
    }

    private static List<Step> steps(String cell) {
        try {
            return new CellParser(new Names(), _ -> false).steps(cell);
        } catch (CellSyntaxException e) {
            return List.of();
        }
    }

    private record Names() implements MagicNames {
        @Override
        public boolean isLineMagic(String name) {
            return MAGICS.find(name).isPresent();
        }

        @Override
        public boolean isCellMagic(String name) {
            return takesCode(name);
        }

        @Override
        public boolean takesCode(String name) {
            return MAGICS.find(name)
                    .filter(entry -> entry.form() == MagicEntry.Form.CODE)
                    .isPresent();
        }

        @Override
        public Collection<String> names() {
            return MAGICS.all().stream().map(MagicEntry::name).toList();
        }
    }
}

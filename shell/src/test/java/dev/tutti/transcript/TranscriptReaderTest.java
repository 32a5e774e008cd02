package dev.tutti.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TranscriptReaderTest {

    @Test
    void theBlocksOfADocumentAreOneSession() {
        var transcripts = TranscriptReader.document("""
            # Title
            <!-- tutti: -n 2 -->
            ```transcript
            In [1]: 1 + 1
            Out[1]: 2

            In [2]: int x = 3;
            ```
            Prose.
            ```java
            In [9]: not run
            ```
            ```transcript
            In [3]: %%px
               ...: print(x)
               ...:
               ...: 1
            Out[0:3]: 1
            [1] x
            ```
            """.lines().toList());

        assertThat(transcripts).singleElement().satisfies(transcript -> {
            assertThat(transcript.options()).containsExactly("-n", "2");
            assertThat(transcript.exchanges())
                    .extracting(Exchange::source)
                    .containsExactly("1 + 1", "int x = 3;", "%%px\nprint(x)\n\n1");
            assertThat(transcript.exchanges())
                    .extracting(Exchange::answer)
                    .containsExactly(List.of("Out[1]: 2"), List.of(), List.of("Out[0:3]: 1", "[1] x"));
            assertThat(transcript.exchanges()).extracting(Exchange::line).containsExactly(4, 7, 14);
        });
    }

    @Test
    void otherOptionsBeginAnotherSession() {
        var transcripts = TranscriptReader.plain(
                List.of("# tutti: -n 2", "In [1]: 1", "Out[1]: 1", "", "# tutti: -n 0", "In [1]: 2", "Out[1]: 2"));

        assertThat(transcripts).extracting(Transcript::options).containsExactly(List.of("-n", "2"), List.of("-n", "0"));
    }

    @Test
    void dotsStandForAnyTextAndAnyLines() {
        assertThat(Answer.matches(List.of("took ... ms", "...", "end"), List.of("took 3.1 ms", "a", "b", "end")))
                .isTrue();
        assertThat(Answer.matches(List.of("...", "end"), List.of("end"))).isTrue();
        assertThat(Answer.matches(List.of("took ... ms"), List.of("took 3.1 s")))
                .isFalse();
        assertThat(Answer.matches(List.of("a"), List.of("a", "b"))).isFalse();
        assertThat(Answer.matches(List.of("(a|b)"), List.of("a"))).isFalse();
    }
}

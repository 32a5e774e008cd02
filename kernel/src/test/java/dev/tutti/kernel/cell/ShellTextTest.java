package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ShellTextTest {

    private static String java(String command) {
        return ShellText.toJava(command, Set.of("name", "files", "rank")::contains);
    }

    @Test
    void aPlainCommandIsALiteral() {
        assertThat(java("ls -l \"a b\" \\*")).isEqualTo("\"ls -l \\\"a b\\\" \\\\*\"");
    }

    @Test
    void aKnownNameIsSpliced() {
        assertThat(java("echo $name!")).isEqualTo("\"echo \" + dev.tutti.client.Shell.text(name) + \"!\"");
    }

    @Test
    void namesOfTheShellStayTheShells() {
        assertThat(java("echo ${name}")).isEqualTo("\"echo ${name}\"");
        assertThat(java("echo $HOME ${x} $1")).isEqualTo("\"echo $HOME ${x} $1\"");
    }

    @Test
    void anExpressionThatBeginsWithAKnownNameIsSpliced() {
        assertThat(java("wc {files.get(0)}")).isEqualTo("\"wc \" + dev.tutti.client.Shell.text(files.get(0)) + \"\"");
        assertThat(java("echo {rank() + 1}")).isEqualTo("\"echo \" + dev.tutti.client.Shell.text(rank() + 1) + \"\"");
    }

    @Test
    void anExpressionMayBeginWithAClassOrAParenthesis() {
        assertThat(java("echo {System.nanoTime()}"))
                .isEqualTo("\"echo \" + dev.tutti.client.Shell.text(System.nanoTime()) + \"\"");
        assertThat(java("{(1 + 2)}")).isEqualTo("\"\" + dev.tutti.client.Shell.text((1 + 2)) + \"\"");
    }

    @Test
    void bracesOfTheShellStayTheShells() {
        assertThat(java("cp {a,b} x; awk '{print $1}'")).isEqualTo("\"cp {a,b} x; awk '{print $1}'\"");
    }

    @Test
    void twoDollarsAreOneForTheShell() {
        assertThat(java("echo $$name")).isEqualTo("\"echo $name\"");
    }
}

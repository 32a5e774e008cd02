package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What javap says, without what the compiler's wrapping adds. */
final class BytecodeMagicTest {

    @Test
    void aMethodStandsWithoutTheClassAroundIt() {
        assertThat(BytecodeMagic.readable("""
            Compiled from "$JShell$3.java"
            class REPL.$JShell$3 {
              protected REPL.$JShell$3();
                Code:
                     0: return

              public static int half(int);
                Code:
                     0: iload_0
            }
            """)).isEqualTo("""
                public static int half(int);
                  Code:
                       0: iload_0\
                """);
    }

    @Test
    void aTypeKeepsItsHeader() {
        assertThat(BytecodeMagic.readable("""
            public class REPL.$JShell$3B$Box extends java.lang.Object {
              REPL.$JShell$3B$Other other;
            }
            """)).isEqualTo("""
                public class Box extends java.lang.Object {
                  Other other;
                }\
                """);
    }
}

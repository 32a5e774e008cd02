package dev.tutti.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageType;
import dev.tutti.engine.wire.TaskMessage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/protocol.md} names every message with its code, its kind and its fields in their order. */
final class ProtocolPageTest {

    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `(\\w+)` \\| (\\w+) \\| (.*) \\|");
    private static final Pattern FIELD = Pattern.compile("`(\\w+)`");

    private final List<String> page;

    ProtocolPageTest() throws IOException {
        page = Files.readAllLines(Path.of(System.getProperty("tutti.root"), "docs", "protocol.md"));
    }

    @Test
    void thePageIsOfThisVersion() {
        assertThat(page).anyMatch(line -> line.startsWith("Version " + Header.PROTOCOL + "."));
    }

    @TestFactory
    Stream<DynamicTest> everyMessageHasItsRow() {
        return messages()
                .map(message -> DynamicTest.dynamicTest(
                        message.getSimpleName(), () -> assertThat(page).contains(row(message))));
    }

    @Test
    void everyRowHasItsMessage() {
        List<String> names =
                messages().map(message -> "`" + message.getSimpleName() + "`").toList();

        assertThat(page.stream().filter(line -> ROW.matcher(line).matches()))
                .hasSize(names.size())
                .allMatch(line -> names.stream().anyMatch(line::contains));
    }

    /** The line of the page, if it is right, else what it should begin with. */
    private String row(Class<?> message) {
        int code = MessageType.valueOf(constant(message)).code();
        String start = "| " + code + " | `" + message.getSimpleName() + "` | " + kind(message) + " | ";
        List<String> fields = Arrays.stream(message.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return page.stream()
                .filter(line -> line.startsWith(start))
                .filter(line -> FIELD.matcher(line.substring(start.length()))
                        .results()
                        .map(match -> match.group(1))
                        .toList()
                        .equals(fields))
                .findFirst()
                .orElse(start + fields);
    }

    private static String constant(Class<?> message) {
        return Arrays.stream(message.getSimpleName().split("(?=[A-Z])"))
                .map(String::toUpperCase)
                .collect(Collectors.joining("_"));
    }

    private static String kind(Class<?> message) {
        if (TaskMessage.class.isAssignableFrom(message)) {
            return "task";
        }
        if (Message.Request.class.isAssignableFrom(message)) {
            return "request";
        }
        return Message.Reply.class.isAssignableFrom(message) ? "reply" : "notice";
    }

    private static Stream<Class<?>> messages() {
        return Stream.of(Message.class.getPermittedSubclasses()).flatMap(ProtocolPageTest::records);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ProtocolPageTest::records);
    }
}

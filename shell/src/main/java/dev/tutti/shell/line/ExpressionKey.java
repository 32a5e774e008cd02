package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.translate;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.ExpressionAssist;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.compile.Expression;
import dev.tutti.kernel.compile.ExpressionType;
import dev.tutti.kernel.compile.Introduction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Shift-Tab, after jshell's. It marks the expression at the cursor and tells its type; again, that of what is around it.
 * A letter then says what is to become of it; any other key goes on with the text. Used by the typing thread.
 */
final class ExpressionKey {

    private static final String NAME = "expression-at-cursor";
    private static final String VARIABLE = "v";
    private static final String METHOD = "m";
    private static final String VALUE = "e";

    /** The first answers of a kernel that is not warm may take that long. */
    private static final Duration NOT_WARM = Duration.ofSeconds(3);

    private final CellReader reader;
    private final CellBuffer buffer;
    private final Assistance assistance;
    private final Palette palette;
    private final Emphasis emphasis;

    ExpressionKey(CellReader reader, Assistance assistance, Palette palette, Emphasis emphasis) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.assistance = assistance;
        this.palette = palette;
        this.emphasis = emphasis;
    }

    void bind() {
        reader.getWidgets().put(NAME, this::press);
        for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
            reader.getKeyMaps().get(map).bind(new Reference(NAME), translate("^[[Z"));
        }
    }

    private boolean press() {
        if (!assistance.isReady()) {
            return note("The kernel is still starting; what is known of expressions comes with it.");
        }
        String text = buffer.text();
        int cursor = buffer.cursor();
        List<Expression> found =
                ask(expressions -> expressions.at(text, cursor, NOT_WARM)).orElse(List.of());
        int chosen = 0;
        while (true) {
            show(text, found, chosen);
            String does = reader.nextTypingKey();
            String key = reader.getLastBinding();
            if (does.equals(NAME)) {
                chosen = found.isEmpty() ? 0 : (chosen + 1) % found.size();
            } else {
                close();
                Optional<Expression> meant = found.isEmpty() ? Optional.empty() : Optional.of(found.get(chosen));
                return does.equals(LineReader.SEND_BREAK)
                        || act(does.equals(LineReader.SELF_INSERT) ? key : "", text, meant);
            }
        }
    }

    private boolean act(String letter, String text, Optional<Expression> expression) {
        if (letter.equals(VARIABLE) && expression.isPresent()) {
            return introduce(ask(expressions -> expressions.variable(text, expression.get(), NOT_WARM)));
        }
        if (letter.equals(METHOD)) {
            int cursor = buffer.cursor();
            return introduce(ask(expressions -> expressions.method(text, cursor, NOT_WARM)));
        }
        if (letter.equals(VALUE) && expression.isPresent()) {
            ValueBelow below = new ValueBelow(reader, assistance, palette);
            return ask(expressions -> expressions.evaluation(text, expression.get(), NOT_WARM))
                    .map(below::show)
                    .orElseGet(() -> note("The compiler has not answered in time."));
        }
        reader.keyAgain();
        return true;
    }

    private boolean introduce(Optional<Introduction> answer) {
        return switch (answer.orElse(new Introduction.Impossible("The compiler has not answered in time."))) {
            case Introduction.Impossible(var why) -> note(why);
            case Introduction.Introduced introduced -> {
                new NameTyping(reader, palette, emphasis, introduced).run();
                introduced.imports().forEach(buffer::addImport);
                yield true;
            }
        };
    }

    private void show(String text, List<Expression> found, int chosen) {
        List<AttributedString> lines = new ArrayList<>();
        if (found.isEmpty()) {
            emphasis.off();
            lines.add(new AttributedString("No whole expression stands here.", palette.dim()));
            lines.add(hint("m: method of the cell"));
        } else {
            Expression expression = found.get(chosen);
            emphasis.on(List.of(new Emphasis.Part(expression.start(), expression.end())));
            lines.addAll(type(ask(expressions -> expressions.type(text, expression, NOT_WARM))
                    .flatMap(Function.identity())));
            lines.add(hint("e: value   v: variable   m: method of the cell"
                    + (found.size() > 1 ? "   Shift-Tab: what is around it" : "")));
        }
        AttributedString below = AttributedString.join(new AttributedString("\n"), lines);
        reader.showBelow(() -> below);
    }

    private AttributedString hint(String keys) {
        return new AttributedString(keys, palette.dim());
    }

    private List<AttributedString> type(Optional<ExpressionType> known) {
        if (known.isEmpty()) {
            return List.of(new AttributedString("It has no type by itself, or does not compile.", palette.dim()));
        }
        String text = known.get().text();
        AttributedStringBuilder styled = new AttributedStringBuilder();
        for (Token token : JavaLexer.tokens(text)) {
            styled.append(token.in(text), palette.token(token.kind()));
        }
        return styled.toAttributedString().columnSplitLength(Math.max(1, reader.columns() - 1));
    }

    private <T> Optional<T> ask(Function<ExpressionAssist, T> question) {
        return reader.await(
                assistance.ask(((Function<CodeAssist, ExpressionAssist>) CodeAssist::expressions).andThen(question)),
                NOT_WARM);
    }

    private void close() {
        emphasis.off();
        reader.hideBelow();
    }

    private boolean note(String sentence) {
        return new Pages(reader, palette, List.of(new AttributedString(sentence, palette.dim()))).show();
    }
}

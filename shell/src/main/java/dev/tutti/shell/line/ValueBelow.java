package dev.tutti.shell.line;

import dev.tutti.kernel.Evaluation;
import dev.tutti.kernel.ExpressionValue;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** An expression's value below the text, as soon as it is there; a key typed before that stops it. Used by the typing thread. */
final class ValueBelow {

    /** So quickly mostly nobody needs to be told that it is being computed. */
    private static final Duration QUICK = Duration.ofMillis(150);

    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private final CellReader reader;
    private final Assistance assistance;
    private final Palette palette;

    ValueBelow(CellReader reader, Assistance assistance, Palette palette) {
        this.reader = reader;
        this.assistance = assistance;
        this.palette = palette;
    }

    /** Runs it and shows what came of it, until another key is typed. Always true. */
    boolean show(Evaluation evaluation) {
        CompletableFuture<ExpressionValue> value = assistance.ask(_ -> evaluation.run());
        reader.await(value, QUICK);
        String said = "It is being computed; any key stops it.";
        while (!value.isDone()) {
            AttributedString line = new AttributedString(said, palette.dim());
            reader.showBelow(() -> line);
            reader.await(value, AS_LONG_AS_IT_TAKES);
            if (!value.isDone()) {
                reader.nextTypingKey();
                evaluation.stop();
                said = "It is being stopped; a further key replaces the local engine, if it does not stop.";
            }
        }
        reader.hideBelow();
        return new Pages(reader, palette, lines(value)).show();
    }

    private List<AttributedString> lines(CompletableFuture<ExpressionValue> value) {
        if (value.isCompletedExceptionally()) {
            return List.of(new AttributedString("The kernel could not compute it.", palette.dim()));
        }
        ExpressionValue known = value.join();
        List<AttributedString> lines = new ArrayList<>();
        known.output().lines().forEach(line -> lines.addAll(fit(AttributedString.fromAnsi(line))));
        switch (known) {
            case ExpressionValue.Failed(_, var why) ->
                why.lines().forEach(line -> lines.addAll(fit(new AttributedString(line))));
            case ExpressionValue.Shown(_, var type, var text) -> {
                text.forEach(line -> lines.addAll(fit(coloured(line))));
                lines.add(new AttributedString(type, palette.dim()));
            }
        }
        return lines;
    }

    private List<AttributedString> fit(AttributedString line) {
        return line.columnSplitLength(Math.max(1, reader.columns() - 1));
    }

    private AttributedString coloured(String java) {
        AttributedStringBuilder styled = new AttributedStringBuilder();
        for (Token token : JavaLexer.tokens(java)) {
            styled.append(token.in(java), palette.token(token.kind()));
        }
        return styled.toAttributedString();
    }
}

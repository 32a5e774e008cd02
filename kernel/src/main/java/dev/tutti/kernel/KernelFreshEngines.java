package dev.tutti.kernel;

import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.magic.FreshEngines;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Engines for a part of one cell. Declarations come to them as to any engine that joins late; values are put there. */
final class KernelFreshEngines implements FreshEngines {

    private final MagicContext context;
    private final KernelValues data;
    private final Map<SessionVariable, Parcel> values = new LinkedHashMap<>();
    private Optional<EngineId> latest = Optional.empty();

    KernelFreshEngines(MagicContext context, KernelValues data) {
        this.context = context;
        this.data = data;
    }

    @Override
    public void takeValues(String java) throws MagicException {
        Set<String> names = reachable(java);
        List<SessionVariable> wanted = context.variables().stream()
                .filter(variable -> names.contains(variable.name()))
                .filter(variable -> context.definedAt(variable).contains(EngineId.LOCAL))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        List<String> left = new ArrayList<>();
        List<Optional<Parcel>> parcels = data.readHere(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            SessionVariable variable = wanted.get(i);
            parcels.get(i).ifPresentOrElse(parcel -> values.put(variable, parcel), () -> left.add(variable.name()));
        }
        if (!left.isEmpty()) {
            context.note(
                    "Tied to the local process, so without a value in a fresh one: " + String.join(", ", left) + ".");
        }
    }

    /** The words of the code, and of the declarations that it names, and so on: a guess that errs on the side of more. */
    private Set<String> reachable(String java) {
        Set<String> words = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(java));
        while (!open.isEmpty()) {
            String text = open.pop();
            for (Token token : JavaLexer.tokens(text)) {
                String word = token.in(text);
                if (token.kind().isSignificant() && !token.kind().isLiteral() && words.add(word)) {
                    context.declarations().stream()
                            .filter(declared -> declared.name().equals(word))
                            .filter(declared -> declared.kind() != Declaration.Kind.VARIABLE)
                            .forEach(declared -> open.push(declared.source()));
                }
            }
        }
        return words;
    }

    @Override
    public EngineId next(EngineSettings settings) throws MagicException {
        stopLatest();
        EngineId engine = context.pool().add(1, settings).getFirst();
        latest = Optional.of(engine);
        data.putAt(engine, values);
        return engine;
    }

    @Override
    public void end() throws MagicException {
        data.releaseAll(values.values());
        values.clear();
        stopLatest();
    }

    private void stopLatest() throws MagicException {
        if (latest.isPresent()) {
            EngineId gone = latest.get();
            latest = Optional.empty();
            try {
                context.pool().stop(TargetSpec.parse(gone.toString()));
            } catch (TargetException e) {
                throw new MagicException(e.getMessage());
            }
        }
    }
}

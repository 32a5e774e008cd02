package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.util.Optional;

/** How clients give names to engines. All clients have the same names, since they are told the same news. */
final class GroupNames {

    private final Roster roster;
    private final EngineNews news;

    GroupNames(Roster roster, EngineNews news) {
        this.roster = roster;
        this.news = news;
    }

    void name(Turn turn, Client client, RequestId request, EngineGroup group) {
        Optional<String> refusal = group.engines().isEmpty() ? forget(group.name()) : name(group);
        refusal.ifPresentOrElse(reason -> client.tell(turn, request, new Message.Failure(reason)), () -> {
            news.tellNow(turn);
            client.tell(turn, request, new Message.Ack());
        });
    }

    private Optional<String> name(EngineGroup group) {
        if (!EngineGroup.isName(group.name())) {
            return Optional.of(
                    "A name of engines has letters, digits, '_', '.' and '-', so '" + group.name() + "' is none.");
        }
        Optional<EngineId> missing = group.engines().stream()
                .filter(engine -> roster.slot(engine).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            return missing.map(engine ->
                    "There is no engine " + engine + " to be called @" + group.name() + ". %engines shows them.");
        }
        roster.name(group);
        return Optional.empty();
    }

    private Optional<String> forget(String name) {
        if (roster.forget(name)) {
            return Optional.empty();
        }
        boolean started =
                roster.groups().stream().anyMatch(group -> group.name().equals(name));
        return Optional.of(
                started
                        ? "Engines were started as @" + name + ", so the name stays as long as they do."
                        : "There is no group @" + name + ".");
    }
}

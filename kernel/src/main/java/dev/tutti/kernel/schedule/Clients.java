package dev.tutti.kernel.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The clients, and whose turn it is. */
final class Clients {

    private final Map<Long, Client> byNumber = new LinkedHashMap<>();

    /** The one whose task was placed longest ago is first. */
    private final Deque<Client> turns = new ArrayDeque<>();

    /** The client of a number; a new one is first in turn. */
    Client of(long number) {
        return byNumber.computeIfAbsent(number, _ -> {
            Client client = new Client(number);
            turns.addFirst(client);
            return client;
        });
    }

    /** The client of a number, or null. */
    Client find(long number) {
        return byNumber.get(number);
    }

    void remove(Client client) {
        byNumber.remove(client.number());
        turns.remove(client);
    }

    Collection<Client> all() {
        return byNumber.values();
    }

    /** Lets each client place one task after the other, until none can. @param placed tells whether it could */
    void takeTurns(Predicate<Client> placed) {
        List<Client> resting = new ArrayList<>(turns.size());
        while (!turns.isEmpty()) {
            Client client = turns.pollFirst();
            if (client.lanes().size() > 0 && placed.test(client)) {
                turns.addLast(client);
            } else {
                resting.add(client);
            }
        }
        turns.addAll(resting);
    }
}

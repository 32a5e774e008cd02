package dev.tutti.client;

import dev.tutti.engine.execute.Place;

/** Lets the results of earlier cells go where it runs, for {@code %reset out}; gives how many there were. */
public record DropResults() implements Call<Integer> {

    @Override
    public Integer call() {
        return Place.dropResults();
    }
}

package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a task does where it runs; its arguments come with each task. */
public sealed interface TaskFunction {

    /**
     * Calls a function object: a {@code Callable}, {@code Runnable}, {@code Supplier} without arguments, a
     * {@code Function} with one, a {@code BiFunction} with two, and so on.
     *
     * @param context the session variables that it reads, if it reads any
     * @param code the encoded function object
     */
    record Call(Optional<ContextId> context, Parcel code) implements TaskFunction {
        public Call {
            Objects.requireNonNull(context, "context");
            Objects.requireNonNull(code, "code");
        }
    }

    /** Gives a name the value that is the task's only argument. The outcome's value is null. */
    record Put(Name name) implements TaskFunction {
        public Put {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Gives the value of a name, or a block of it: contiguous blocks whose sizes differ by at most one, in order.
     *
     * @param part which block of an array or list; none for the whole value
     */
    record Get(Name name, Optional<Part> part) implements TaskFunction {
        public Get {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(part, "part");
        }
    }

    /**
     * Puts the task's arguments together, in order, and gives the whole a name: arrays to an array, lists to a list; a
     * value that is neither counts as one element.
     */
    record Join(Name name) implements TaskFunction {
        public Join {
            Objects.requireNonNull(name, "name");
        }
    }

    /** The outcome's value is the list of names that were put there and that the session does not declare. */
    record Names() implements TaskFunction {}

    /** Drops the values behind references, and names that the session does not declare. */
    record Drop(List<Long> references, List<String> names) implements TaskFunction {
        public Drop {
            references = List.copyOf(references);
            names = List.copyOf(names);
        }
    }

    /**
     * A block of a sequence.
     *
     * @param index which, from 0
     * @param of how many blocks there are
     * @param flatten whether a block of one element is that element
     */
    record Part(int index, int of, boolean flatten) {}
}

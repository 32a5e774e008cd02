package dev.tutti.shell.line;

import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Widget;

/** Who is asked at each key what else it means. */
interface AroundKeys {

    /** Leaves all keys as they are. */
    AroundKeys NOTHING = new AroundKeys() {
        private final KeyMap<Binding> none = new KeyMap<>();

        @Override
        public KeyMap<Binding> keys() {
            return none;
        }

        @Override
        public Widget around(String name, Widget usual) {
            return usual;
        }
    };

    /** Keys that win over the usual ones while the next is read. */
    KeyMap<Binding> keys();

    /** What a key does, around its usual meaning. @param name of the usual meaning */
    Widget around(String name, Widget usual);
}

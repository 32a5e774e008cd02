package dev.tutti.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells more of a component of a record that is the options of a magic: see {@link MagicArguments}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MagicOption {

    /** What it means, for {@code --help}. */
    String value() default "";

    /** Its value where it is not given, as it would be typed; empty: it must be given, unless it is a flag or a text. */
    String initial() default "";
}

package dev.tutti.woven;

import java.lang.invoke.MethodHandle;

/** What a session's class loader offers to woven code. Handles are of type {@code ()V}; any thread may ask. */
public interface WovenSite {

    /** Throws while the calling thread's execution is being stopped. */
    MethodHandle stopCheck();

    /** Throws while the variable is not defined here. */
    MethodHandle read(String className, String field);

    /** Makes the variable defined here. */
    MethodHandle write(String className, String field);
}

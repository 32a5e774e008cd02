/** The cells of this session and of earlier ones, in a database that several shells share. */
package dev.tutti.kernel.history;

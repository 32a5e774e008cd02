/** Values as text, bounded in length and in work; what is shown of user data is decided here alone. */
package dev.tutti.engine.render;

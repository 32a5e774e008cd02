/** How values of one's own types are shown: an interface for libraries, and a place to register at the prompt. */
package dev.tutti.client.render;

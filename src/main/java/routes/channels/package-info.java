/** What each channel does with a notice that its line hands it: words, the provider's own form, and what its answer means. */
package routes.channels;

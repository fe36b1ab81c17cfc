/** Benchmarks: the packaged hub in a process of its own, beside programs that do the same by other means (docs/performance.md). */
package bench;

/** Who is told what, when and in which words (rules.md §5; FR 2–17, 46–48). Plain Java. */
package notices;

/**
 * What the hub is compared with: the same stages, commits, rows and bytes, by hand in plain JMS and JDBC, and in Spring
 * Integration. They fill in texts that the hub once made, and neither check, decide nor map anything.
 */
package bench.rivals;

/** From a release to what customers are told: planning, and the lines that channels take from (architecture, flow 7). */
package routes.notices;

/** The one command that runs Parley, from outside: as a process that prints, listens and ends. */
package parley.run;

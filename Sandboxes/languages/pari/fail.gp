\\ Here is who did not come to the end of run.gp.
quit(1)

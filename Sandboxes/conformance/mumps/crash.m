crash
 new ignored
 set ignored=$zsigproc($job,9)
 quit

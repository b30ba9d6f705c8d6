exit
 zhalt 3

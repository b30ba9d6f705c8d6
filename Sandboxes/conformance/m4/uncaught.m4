include(`nowhere')

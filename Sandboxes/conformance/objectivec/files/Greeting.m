#import "Greeting.h"
#include <stdio.h>

@implementation Greeting
+ (void)greet: (const char *)name {
    printf("Hello, %s!\n", name);
}
@end

#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSString *greeting = [NSNumber numberWithInt: 1];
    if (greeting != nil) puts("Hello, World!");
}

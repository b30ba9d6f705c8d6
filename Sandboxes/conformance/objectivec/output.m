#import <Foundation/Foundation.h>
#include <stdio.h>

int main(void) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSString *line = [@"" stringByPaddingToLength: 99 withString: @"x" startingAtIndex: 0];
    for (int i = 0; i < 100000; i++) puts([line UTF8String]);
    [pool release];
}

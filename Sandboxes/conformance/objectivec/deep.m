#import <Foundation/Foundation.h>
#include <stdio.h>

@interface Diver : NSObject
- (int)depth: (int)n;
@end

@implementation Diver
- (int)depth: (int)n {
    return n == 0 ? 0 : 1 + [self depth: n - 1];
}
@end

int main(void) {
    printf("%d\n", [[[Diver alloc] init] depth: 100000]);
}

#import <Foundation/Foundation.h>
#include <iostream>

@interface Diver : NSObject
- (int)depth: (int)n;
@end

@implementation Diver
- (int)depth: (int)n {
    return n == 0 ? 0 : 1 + [self depth: n - 1];
}
@end

int main() {
    std::cout << [[[Diver alloc] init] depth: 100000] << '\n';
}

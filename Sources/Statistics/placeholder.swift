/// z for 95 %: the 97.5th percentile of the normal distribution.
package let z95 = 1.959963985

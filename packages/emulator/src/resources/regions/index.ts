/** Where things live, and what the region that is called can see. */
export { calledRegion, isHere, moveOut, type RegionsWorld, regionOf, settleIn } from './regions.ts';

// The first frame is being made when the first call comes; by the second it has been shown.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("shown")));

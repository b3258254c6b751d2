### The first five minutes

welcome-name = Welcome
welcome-title = Welcome! Three questions, one daily amount.
welcome-help = A rough guess is good enough. You can change everything later.
welcome-one = 1 of 3
welcome-two = 2 of 3
welcome-three = 3 of 3
welcome-living = How much do you need a month to live on?
welcome-living-help = Rent, food, fun. All together.
welcome-costs = What does your work cost you a month?
welcome-costs-help = Studio, materials, insurance.
welcome-days = Which days do you work?
welcome-days-help = Click the days.
welcome-no-days = Choose at least one day.
welcome-figure = per work day: that is your daily amount. We count from today.
welcome-reserve = For tax, we set aside 30% of what you have left. You can change that later.
welcome-begin = Let’s go
welcome-example = Look around in an example first
welcome-open = I already have a Kleurboek
first-cost = My work costs

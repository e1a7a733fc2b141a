"""Protection indicators: which dimensions of trafficking the known facts speak for, and what question would settle it.

Sources: ILO/EC Operational indicators of trafficking in human beings (2009), UNODC indicators; docs/indicators.md.
"""

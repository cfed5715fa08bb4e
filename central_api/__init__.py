"""The reference server of the WZPDCL contract: complaints, directory and synchronisation over HTTP."""

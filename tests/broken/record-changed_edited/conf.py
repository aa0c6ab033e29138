author = "The Editors"
